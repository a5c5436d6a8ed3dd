/** Chinese sentences for refusals. */
import type { RefusalTexts } from './sentence-of.ts'
import { zhSite } from './zh-site.ts'

function retry(seconds: number | undefined): string {
  return seconds === undefined ? '请稍后再试。' : `请在 ${zhSite.wait(seconds)}后重试。`
}

function methodName(method: string): string {
  const names = new Map<string, string>(Object.entries(zhSite.methods))
  return names.get(method) ?? method
}

export const zhRefusals: RefusalTexts = {
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
  binding_missing: '没有等待绑定的设备，请重新开始。',
  binding_expired: '此密钥已过期，请重新开始以获取新密钥。',
  binding_codes_same: '两个验证码相同。请等待下一个，再填入第二个。',
  binding_codes_not_consecutive: '两个验证码不连续。请填入一个，等待下一个，再填入。',
  binding_clock_off: ({ clockOffsetMinutes }) =>
    clockOffsetMinutes === undefined
      ? '您的设备时钟有偏差。请设为自动时间，然后重试。'
      : `您的设备时钟${clockOffsetMinutes > 0 ? '快' : '慢'}了约 ${Math.abs(clockOffsetMinutes)} 分钟。请设为自动时间，然后重试。`,
  binding_other_shape: ({ seenShape }) =>
    `应用使用了不同的算法、周期或位数${seenShape === undefined ? '' : `（${seenShape}）`}。请重新扫描二维码，或按所示设置。`,
  binding_codes_wrong: '两个验证码都与此密钥不符。请核对应用中的账号名，或重新扫描二维码。',
  device_name_taken: '您已有同名设备，请换一个名称。',
  device_name_invalid: '设备名称为 1 至 64 个字符。',
  device_not_found: '此设备已不存在。',
  device_limit: '设备数量已达上限，请先移除一个。',
  last_factor_required: '您的账号要求 MFA，不能移除最后一个设备。请先添加另一个。',
  phone_invalid: '请以国际格式填写手机号码：+ 和数字。',
  phone_unavailable: '此服务器未配置短信。',
  phone_missing: '尚未设置手机号码。',
  email_unchanged: '这已是您的邮箱地址。',
  questions_not_distinct: '请选择三个不同的问题。',
  answer_too_short: '答案至少 3 个字符。',
  answer_guessable: '此答案容易被猜中。请使用别人不知道的内容，不必真实。',
  answers_not_distinct: '请填写三个不同的答案。',
  permission_denied: '您的角色不允许此操作。',
  rank_too_low: '不能更改与您同级或更高级别的人，也不能更改自己。',
  new_password_required: '请先设置新密码。',
  user_not_found: '此账号中没有该用户。',
  user_name_invalid: '用户名为 1 至 64 个字母、数字、点、连字符和下划线。',
  user_name_taken: '此账号已有同名用户，请换一个名称。',
  user_suspended: '此用户已停用，请先恢复。',
  user_email_missing: '邀请需要邮箱地址。',
  user_limit: '账号的用户数量已达上限。',
  group_not_found: '此账号中没有该用户组。',
  group_name_invalid: '用户组名称为 1 至 64 个字母、数字、点、连字符和下划线。',
  group_name_taken: '此账号已有同名用户组，请换一个名称。',
  group_limit: '账号的用户组数量已达上限。',
  user_group_limit: '该用户所在的用户组数量已达上限。',
  import_too_large: '文件最多 1,000 行、1 MiB，请拆分。',
  import_malformed: ({ line }) =>
    `文件不能作为 CSV 读取${line === undefined ? '' : `（第 ${line} 行）`}，请检查引号。`,
  import_empty: '文件在表头之下没有内容。',
  import_column_unknown: ({ column }) =>
    column === undefined ? '表头中有未知的列。' : `表头中的列“${column}”未知。`,
  import_column_missing: '表头须有 user_name 列。',
  import_column_repeated: ({ column }) =>
    column === undefined ? '表头中有重复的列。' : `表头中的列 ${column} 重复。`,
  link_expired: '此链接已过期或已使用，请索取新的链接。',
  alias_invalid: '别名为 3 至 32 个小写字母、数字和单个连字符，且首尾不能是连字符。',
  alias_taken: '其他账号已使用此别名，请换一个。',
  networks_invalid: '请以 CIDR 填写网络，例如 192.0.2.0/24，最多 40 个。',
  network_refused: '您的账号不允许从此网络登录。',
  dry_run_needed: '预览之后设置或用户已有变化，请重新预览。',
  trusted_browser_not_found: '此浏览器已不再受信任。',
  session_not_found: '此会话已经结束。',
}
