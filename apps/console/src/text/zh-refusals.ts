/** Chinese sentences for refusals. */
import type { RefusalTexts } from './sentence-of.ts'
import { zhSignInRefusals } from './zh-sign-in-refusals.ts'

export const zhRefusals: RefusalTexts = {
  ...zhSignInRefusals,
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
  user_not_found: '此账号中没有该用户。',
  user_name_invalid: '用户名为 1 至 64 个字母、数字、点、连字符和下划线。',
  user_name_taken: '此账号已有同名用户，请换一个名称。',
  user_suspended: '此用户已停用，请先恢复。',
  user_password_not_own: '该用户尚未设置自己的密码，首次登录的密码无论如何都须更换。',
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
  alias_invalid: '别名为 3 至 32 个小写字母、数字和单个连字符，且首尾不能是连字符。',
  alias_taken: '其他账号已使用此别名，请换一个。',
  networks_invalid: '请以 CIDR 填写网络，例如 192.0.2.0/24，最多 40 个。',
  identity_methods_none: '请至少保留一种此服务器支持的身份验证方式。',
  identity_methods_closed: '请同时允许邮箱或手机：仅凭安全问题，尚未设置安全问题的用户将无法验证身份。',
  dry_run_needed: '预览之后设置或用户已有变化，请重新预览。',
  trusted_browser_not_found: '此浏览器已不再受信任。',
  session_not_found: '此会话已经结束。',
}
