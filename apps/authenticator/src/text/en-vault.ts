/** English words of the frame around every view. */
import { lengthInEnglish } from './length-words.ts'

export const enVault = {
  app: 'Sallyport Authenticator',
  short: 'Authenticator',
  back: 'Back',
  language: 'Language',
  lock: 'Lock',
  menu: 'Menu',
  settings: 'Settings',
  bin: 'Bin',
  exportAccounts: 'Export',
  backUp: 'Back up',
  notStored:
    'This browser keeps nothing for this site (a private window, or site data switched off), so accounts cannot be kept here.',
  insecure: (host: string) =>
    `Browsers give no encryption to an address without https, so accounts cannot be sealed here. Open https://${host}, or ask whoever runs this site for its secure address.`,
  fault: 'Something went wrong, and what you just did may not be kept. Try again.',
  notDrawn: 'This page could not be shown. Your codes are kept as they were.',
  loadAgain: 'Load again',
  update: { message: 'A new version is ready.', action: 'Load it' },
  clockBar: (seconds: number) =>
    `This device’s clock is ${lengthInEnglish(seconds)} ${seconds > 0 ? 'fast' : 'slow'}; codes may be refused.`,
  clockFix: 'Look at it',
  ui: {
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
  },
}

export type VaultTexts = typeof enVault
