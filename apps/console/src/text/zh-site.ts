/** Chinese words that every page of the console may need, and those of the parts. */
import type { UiWords } from '@sallyport/ui'
import type { SiteTexts } from './en-site.ts'

export const zhSite: SiteTexts = {
  language: '语言',
  loading: '正在加载',
  offlineTitle: '服务器没有响应',
  offlineBody: '请检查网络连接，然后重试。',
  tryAgain: '重试',
  openOutbox: '打开发件箱',
  requestId: (id) => `请求编号：${id}`,
  wait: (seconds) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`),
  empty: {
    accountName: '请输入账号名。',
    password: '请输入密码。',
    newPassword: '请输入新密码。',
    email: '请输入邮箱地址。',
    phone: '请输入手机号码，以 + 和国家代码开头。',
    code: '请输入验证码。',
    recoveryCode: '请输入一个恢复码。',
    bypassCode: '请输入临时验证码：十二个字母和数字。',
    answer: '请输入答案。',
  },
  methods: {
    email: '邮箱',
    phone: '手机',
    security_questions: '安全问题',
    virtual_mfa: '虚拟 MFA',
    recovery_code: '恢复码',
  },
}

export const zhUi: UiWords = {
  locale: 'zh-CN',
  showCharacters: '显示字符',
  hideCharacters: '隐藏字符',
  copied: '已复制',
  copyFailed: '未能复制，请选中文字后手动复制',
  close: '关闭',
  undo: '撤销',
  notifications: '通知',
  account: '账号',
  stepDone: '已完成',
}
