/** Chinese sentences for the refusals of the sign-in page. */
import type { SignInRefusalTexts } from './sentence-of.ts'
import { zhSite } from './zh-site.ts'

function retry(seconds: number | undefined): string {
  return seconds === undefined ? '请稍后再试。' : `请在 ${zhSite.wait(seconds)}后重试。`
}

function methodName(method: string): string {
  const names = new Map<string, string>(Object.entries(zhSite.methods))
  return names.get(method) ?? method
}

export const zhSignInRefusals: SignInRefusalTexts = {
  offline: '服务器没有响应。请检查网络连接，然后重试。',
  invalid_request: '请求的格式与此地址不符。',
  body_too_large: '请求过大。',
  unsupported_media_type: '请以 application/json 发送内容。',
  not_found: '此地址没有内容。',
  method_not_allowed: '此地址不接受这种请求方法。',
  foreign_origin: '请求来自其他网站，未予执行。',
  foreign_host: '此服务器使用另一个地址。',
  server_fault: '服务器出现故障。请重试；如果仍不成功，请把请求编号告诉运维人员。',
  server_busy: '服务器正忙，请稍后再试。',
  too_many_requests: ({ retryAfterSeconds }) => `此地址的尝试次数过多。${retry(retryAfterSeconds)}`,
  too_often: ({ retryAfterSeconds }) => `此操作过于频繁。${retry(retryAfterSeconds)}`,
  sign_in_needed: '请先登录。',
  second_step_needed: '请先完成两步登录。',
  step_up_needed: '请先确认是您本人，然后重试。',
  mfa_setup_required: '您的账号要求启用虚拟 MFA，请先设置。',
  registration_closed: '此处不能创建新账号。',
  set_up_token_wrong: '此设置链接无效或已使用。请使用终端中最新的链接。',
  registration_expired: '此次注册已过期，请重新开始。',
  email_invalid: '此邮箱地址不能在这里使用。',
  email_taken: '此邮箱地址已属于一个账号。',
  password_too_short: ({ minimumLength }) =>
    minimumLength === undefined ? '密码太短。' : `密码太短，请至少使用 ${minimumLength} 个字符。`,
  password_too_long: '密码太长。',
  password_common: '这是最常用的密码之一，容易被猜中。请换一个。',
  password_contains_context: '密码中含有您的名字、地址或本服务的名称。请换一个。',
  password_repetitive: '密码有重复或沿键盘顺序排列。请换一个。',
  password_reused: '您以前用过这个密码，您的账号不允许再次使用。请换一个。',
  password_unchanged: '新密码与旧密码相同。',
  password_wrong: '当前密码不正确。',
  sign_in_refused: '账号名或密码错误。',
  password_wait: ({ retryAfterSeconds }) => `密码错误次数过多。${retry(retryAfterSeconds)}`,
  attempt_expired: '此次登录用时过长，请重新开始。',
  attempt_dead: '验证码错误次数过多，请从密码重新开始。',
  too_many_tries: ({ otherMethods, retryAfterSeconds }) =>
    otherMethods === undefined || otherMethods.length === 0
      ? `此账号的验证码错误次数过多。${retry(retryAfterSeconds)}`
      : `此账号的验证码错误次数过多。您可以使用：${otherMethods.map(methodName).join('、')}。`,
  code_malformed: '验证码为六位数字。',
  code_wrong: ({ triesLeft }) =>
    triesLeft === undefined ? '验证码不正确。' : `验证码不正确，还可尝试 ${triesLeft} 次。`,
  code_spent: '此验证码已使用过，请等待下一个。',
  code_expired: '此验证码已过期，请重新发送。',
  code_not_sent: '没有待验证的验证码，请先发送。',
  send_wait: ({ retryAfterSeconds }) =>
    retryAfterSeconds === undefined
      ? '验证码刚刚发送，请稍后再发送。'
      : `验证码刚刚发送，${zhSite.wait(retryAfterSeconds)}后可再次发送。`,
  send_limit: '发送的验证码过多。请使用其他方式，或稍后再试。',
  method_unavailable: '这种验证方式不可用。',
  recovery_code_wrong: '此恢复码不正确或已使用过。',
  recovery_code_malformed: '恢复码的格式如 07-ABCD-EFGH-JKMN-PQRS。',
  answers_wrong: '答案不正确。',
  questions_off: '答错次数过多，安全问题已停用。请使用其他方式。',
  verification_needed: '请先验证身份。',
  permission_denied: '您的角色不允许此操作。',
  rank_too_low: '不能更改与您同级或更高级别的人，也不能更改自己。',
  new_password_required: '请先设置新密码。',
  link_expired: '此链接已过期或已使用，请索取新的链接。',
  network_refused: '您的账号不允许从此网络登录。',
}
