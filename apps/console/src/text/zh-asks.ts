/** Chinese words of what is asked before something is lost or ended, and of a code that waits. */
import type { AskTexts } from './en-asks.ts'

export const zhAsks: AskTexts = {
  leaveTitle: '尚未保存恢复码，要离开吗？',
  leaveBody: '恢复码不能再次显示。设备丢失后将无法登录。',
  stay: '留在此页',
  leave: '离开',
  endTitle: (browser) => `结束 ${browser} 的会话？`,
  endBody: '该浏览器将立即退出登录。',
  endOthersTitle: '退出其他所有登录？',
  endOthersBody: '其他浏览器将立即退出登录，此浏览器保持登录。所有浏览器都不再受信任。',
  endOthersVerb: '退出',
  haveCode: '我有验证码',
}
