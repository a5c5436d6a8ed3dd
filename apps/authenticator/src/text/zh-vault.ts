/** Chinese words of the frame around every view. */
import type { VaultTexts } from './en-vault.ts'
import { lengthInChinese } from './length-words.ts'

export const zhVault: VaultTexts = {
  app: 'Sallyport 身份验证器',
  short: '身份验证器',
  back: '返回',
  language: '语言',
  lock: '锁定',
  menu: '菜单',
  settings: '设置',
  bin: '回收站',
  exportAccounts: '导出',
  backUp: '备份',
  notStored: '此浏览器不为本站保存数据（无痕窗口，或已关闭网站数据），因此无法在此保存账号。',
  insecure: (host) =>
    `浏览器不为没有 https 的网址提供加密，因此无法在此保存账号。请打开 https://${host}，或向本站管理员询问安全网址。`,
  fault: '出了问题，您刚才的操作可能没有保存。请重试。',
  notDrawn: '无法显示此页面。您的验证码保持原样。',
  loadAgain: '重新加载',
  update: { message: '新版本已就绪。', action: '加载' },
  clockBar: (seconds) =>
    `此设备的时钟${seconds > 0 ? '快' : '慢'} ${lengthInChinese(seconds)}；验证码可能被拒绝。`,
  clockFix: '查看',
  ui: {
    locale: 'zh-CN',
    showCharacters: '显示字符',
    hideCharacters: '隐藏字符',
    copied: '已复制',
    copyFailed: '未能复制：请选中文本手动复制',
    close: '关闭',
    undo: '撤销',
    notifications: '通知',
    account: '账号',
    stepDone: '已完成',
  },
}
