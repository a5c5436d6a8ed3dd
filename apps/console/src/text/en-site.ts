/** English words that every page of the console may need, and those of the parts. */
import type { UiWords } from '@sallyport/ui'

export const enSite = {
  language: 'Language',
  loading: 'Loading',
  offlineTitle: 'The server does not answer',
  offlineBody: 'Check the connection, then try again.',
  tryAgain: 'Try again',
  openOutbox: 'Open the outbox',
  requestId: (id: string) => `Request id: ${id}`,
  /** A time to wait, in words as short as they are clear. */
  wait: (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`),
  /** What a field that was left empty asks for. */
  empty: {
    accountName: 'Type your account name.',
    password: 'Type your password.',
    newPassword: 'Type a new password.',
    email: 'Type an email address.',
    phone: 'Type a phone number, beginning with + and the country.',
    code: 'Type the code.',
    recoveryCode: 'Type one of your recovery codes.',
    bypassCode: 'Type the bypass code: twelve letters and digits.',
    answer: 'Type your answer.',
  },
  methods: {
    email: 'Email',
    phone: 'Phone',
    security_questions: 'Security questions',
    virtual_mfa: 'Virtual MFA',
    recovery_code: 'Recovery code',
  },
}

/** The shape that every language fills. */
export type SiteTexts = typeof enSite

export const enUi: UiWords = {
  locale: 'en',
  showCharacters: 'Show characters',
  hideCharacters: 'Hide characters',
  copied: 'Copied',
  copyFailed: 'Not copied: select the text and copy it by hand',
  close: 'Close',
  undo: 'Undo',
  notifications: 'Notifications',
  account: 'Account',
  stepDone: 'done',
}
