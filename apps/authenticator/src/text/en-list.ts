/** English words of the accounts, their codes, and what stands around them. */

export const enList = {
  accounts: 'Accounts',
  scan: 'Scan QR code',
  byHand: 'Enter key by hand',
  import: 'Import',
  search: 'Search',
  searchCount: (count: number) => `Search ${count} accounts`,
  found: (count: number) => (count === 1 ? '1 account found' : `${count} accounts found`),
  tags: 'Tags',
  allTags: 'All',
  empty: {
    title: 'No accounts yet',
    body: 'Open the security page of a service, choose an authenticator app, and scan its QR code. The account and its code appear here.',
  },
  nothingFound: (typed: string) => `No account matches “${typed}”.`,
  showAll: 'Show all',
  code: 'Code',
  nextCode: 'Next code',
  next: 'next',
  copyCode: (name: string) => `Copy code for ${name}`,
  copied: (name: string) => `Code for ${name} copied`,
  copyFailed: 'The browser did not allow copying. Read the code and type it.',
  reveal: (name: string) => `Show code for ${name}`,
  secondsLeft: (seconds: number) => `${seconds} s`,
  newCode: (name: string) => `New code for ${name}`,
  newCodeDone: (name: string) => `${name} went on to its next code`,
  more: (name: string) => `More for ${name}`,
  edit: 'Edit or show QR code',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moved: (name: string) => `${name} was moved`,
  pin: 'Pin to the top',
  unpin: 'Unpin',
  pinned: 'Pinned',
  remove: 'Remove',
  removed: (name: string) => `${name} is in the bin`,
  failed: 'Nothing was changed: the browser could not write it. Try again.',
  twice: 'Same key twice',
  noName: 'No name',
  status: {
    backedUp: (when: string) => `Backed up ${when}.`,
    never: 'Not backed up yet.',
    offline: 'Works offline.',
    clock: (seconds: number) => `Clock agrees within ${seconds} s.`,
  },
  backupBar: {
    first: (count: number) =>
      count === 1
        ? 'Your account is on this device alone. A backup file brings it back if the device is lost.'
        : `Your ${count} accounts are on this device alone. A backup file brings them back if the device is lost.`,
    more: (count: number) => `${count} accounts have come since your last backup file.`,
    action: 'Back up now',
    later: 'Later',
    saved: 'The backup file was saved. Keep it away from this device.',
    savedNotNoted: 'The backup file was saved, but this browser could not note it: the reminder stays.',
    notMade: 'The file could not be made, and nothing was saved. Try again.',
  },
}

export type ListTexts = typeof enList
