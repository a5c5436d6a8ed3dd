/** Chinese words of the field where a new password is chosen. */
import type { PasswordTexts } from './en-password.ts'

export const zhPassword: PasswordTexts = {
  minimum: (characters) => `至少 ${characters} 个字符；几个互不相干的词就很好。`,
  missing: (characters) => `还差 ${characters} 个字符`,
  levels: { weak: '弱：容易被猜中', fair: '一般', strong: '强' },
  ownWords: '弱：几乎就是您的邮箱地址或此服务器的名称',
  suggest: '生成密码',
  copySuggestion: '复制',
  suggested: '继续之前，请先保存到密码管理器。',
}
