/** Chinese words of the page that a mail about a sign-in leads to. */
import type { NotMeTexts } from './en-not-me.ts'

export const zhNotMe: NotMeTexts = {
  title: '不是我本人操作',
  lead: '有人于{time}以 {name} 的身份登录，浏览器为 {browser}，地址为 {address}。如果不是您本人，请立即终止访问。',
  happens: '将会发生什么',
  effects: [
    '所有会话和正在进行的登录都会结束，包括此浏览器中的会话。',
    '您的密码将失效，您可以在此处选择新密码。',
    '不再有已知的浏览器，邀请和临时验证码均告失效。您的虚拟 MFA 设备和恢复码保持不变。',
  ],
  oldNeeded: '设置新密码时还需要输入旧密码：仅能读取您邮件的人不应因此进入账号。',
  submit: '终止访问',
  endedTitle: '访问已终止',
  endedBody: '已没有任何人以 {name} 的身份登录。请选择新密码；邮件中的链接从现在起七天内有效。',
  old: '旧密码',
  doneTitle: '新密码已设置',
  doneBody: '请使用新密码登录。如果您在多处使用同一密码，请一并更改。',
  signIn: '登录',
  gone: '请使用更新的登录通知邮件中的链接。如果旧密码仍然有效，请登录并更改密码；否则请联系管理员或此服务器的运营者。',
}
