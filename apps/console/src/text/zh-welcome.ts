/** Chinese words of the pages that somebody must pass before anything else. */
import type { WelcomeTexts } from './en-welcome.ts'

export const zhWelcome: WelcomeTexts = {
  chooseTitle: '选择新密码',
  chooseLead: '您目前的密码只能打开此页。从现在起，请使用只有您知道的密码。',
  welcomeTitle: '欢迎',
  welcomeLead: '您的登录名是 {name}。请选择今后使用的密码。',
  next: '新密码',
  repeat: '再次输入密码',
  submit: '设置密码',
  differs: '两次输入的密码不一致。',
  goneTitle: '此邀请已失效',
  goneBody: '链接已过期或已使用。如果您已通过它设置密码，请用该密码登录；否则请向管理员索取新的邀请。',
  toSignIn: '前往登录',
  graceLead: '您的账号从 {time} 起要求使用虚拟 MFA。',
  owedLead: '您的账号要求使用虚拟 MFA。请完成设置后继续。',
  later: '以后再说',
}
