/** English words of the settings. */
import { lengthInEnglish } from './length-words.ts'

export const enSettings = {
  heading: 'Settings',
  codes: 'Codes',
  hide: 'Hide codes until tapped',
  order: 'Order',
  orders: { by_hand: 'By hand', by_use: 'Most used first', by_name: 'By name' },
  lockAfter: 'Lock after',
  lockNever: 'Never',
  lockMinutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  lockByDevice:
    'These codes open by themselves in this browser, so a lock asks for nothing. Remove “This browser, without asking” below to change that.',
  ways: 'What opens your codes',
  wayNames: {
    passphrase: 'Passphrase',
    recovery: 'Recovery key',
    passkey: 'Passkey',
    device: 'This browser, without asking',
  },
  wayWhats: {
    passphrase: 'Opens backup files too.',
    recovery: 'Opens backup files too. Kept on paper.',
    passkey: 'Works on this address alone.',
    device: 'Whoever can use this browser sees the codes.',
  },
  passkeyElsewhere: (host: string) => `Belongs to ${host} and does not work on this address.`,
  addPassphrase: 'Add a passphrase',
  addRecovery: 'Make a recovery key',
  addPasskey: 'Add a passkey',
  addDevice: 'Open without asking in this browser',
  addPasskeyWhat: 'Your fingerprint, face or device PIN then opens the codes as well, on this address alone.',
  addRecoveryWhat:
    'It opens the codes and the backup files made from now on. Keys made before stay good until they are removed.',
  changePassphrase: 'Change',
  changeHeading: 'Change the passphrase',
  changeWhat: 'Backup files made before still open with the old one.',
  newPassphrase: { field: 'Passphrase', repeat: 'Repeat passphrase', submit: 'Set the passphrase' },
  removeWay: 'Remove',
  removeTitle: (way: string) => `Remove: ${way}`,
  removeBody: 'It opens the codes on this device no longer.',
  removeBodyOfFiles: 'Backup files made before still open with it.',
  wayAdded: (way: string) => `${way} opens your codes now`,
  wayRemoved: (way: string) => `Removed: ${way}`,
  last_slot: 'The last way in stays, or nobody could open the codes.',
  passkeys_alone:
    'A passkey can be lost with its device, so a passphrase or a recovery key must stay beside it.',
  clock: 'Clock',
  clockUnknown: 'The clock cannot be compared while this device is offline.',
  clockFine: 'This device’s clock agrees within 2 s.',
  clockOff: (seconds: number) =>
    `This device’s clock is ${lengthInEnglish(seconds)} ${seconds > 0 ? 'fast' : 'slow'}, so codes may be refused.`,
  clockIs: (seconds: number) =>
    `This device’s clock is ${lengthInEnglish(seconds)} ${seconds > 0 ? 'fast' : 'slow'}.`,
  clockFar:
    'That is far. Set the device’s clock if you can; correct here only if you trust this site’s clock.',
  clockTooFar: 'That is too far to be corrected here. Set the device’s clock.',
  clockCorrected: (seconds: number) =>
    `Codes are made ${lengthInEnglish(seconds)} ${seconds > 0 ? 'ahead of' : 'behind'} this device’s clock.`,
  correct: 'Correct the codes',
  uncorrect: 'Use this device’s clock',
  storage: 'Storage',
  kept: 'This browser keeps the codes until you remove them.',
  notKept: 'This browser may clear the codes when space is short. Install the app, and keep a backup file.',
  storageUnknown: 'This browser does not say whether it keeps the codes. Keep a backup file.',
  used: (kilobytes: number) => `${kilobytes} kB used.`,
  askToKeep: 'Ask the browser to keep them',
  install: 'Install',
  installWhat:
    'Choose “Install” or “Add to Home Screen” in the browser’s menu. On iPhone and iPad do so before the first account: the installed app has its own storage.',
  version: (version: string, build: string | undefined) =>
    build === undefined ? `Version ${version}` : `Version ${version}, build ${build}`,
  about: 'This app',
}

export type SettingsTexts = typeof enSettings
