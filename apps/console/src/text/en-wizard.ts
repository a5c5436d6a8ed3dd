/** English words of the wizard that binds a virtual MFA device. */

export const enWizard = {
  steps: ['Verify your identity', 'Enable the device', 'Finish'],
  verify: {
    title: 'Verify your identity',
    lead: 'A new device opens the account, so prove first that it is yours.',
    next: 'Next',
    noWayTitle: 'Ask your administrator',
    noWayBody:
      'Nothing is on file for your user that your account takes as proof that it is you. Ask your administrator to enter an email address or a phone number that counts, then look again.',
    lookAgain: 'Look again',
  },
  device: {
    title: 'Enable virtual MFA device',
    scan: '1. Scan',
    scanBody:
      'In your authenticator app choose +, then scan. Google Authenticator, Sallyport Authenticator and others work.',
    qr: 'QR code',
    byHand: 'Enter the key by hand',
    openApp: 'Open in Sallyport Authenticator',
    key: 'Key',
    copyKey: 'Copy key',
    account: 'Account',
    issuer: 'Issuer',
    type: 'Type',
    typeWords: (algorithm: string) => `Time-based, ${algorithm}`,
    period: 'Period',
    periodWords: (seconds: number) => `${seconds} seconds`,
    digits: 'Digits',
    digitsWords: (digits: number) => `${digits} digits`,
    name: 'Device name',
    two: '2. Type two codes, one after the other',
    first: 'First code',
    second: 'Second code',
    enable: 'Enable',
    cancel: 'Cancel',
    codeShort: (digits: number) => (digits === 6 ? 'A code has six digits.' : `A code has ${digits} digits.`),
    nextFirst: (seconds: number) =>
      `Type the code that the app shows. The next one comes in about ${seconds} s.`,
    nextWait: (seconds: number) => `The next code comes in about ${seconds} s. Leave the first as it is.`,
    nextThere: (seconds: number) =>
      `The next code is there; type it as the second. It stays for about ${seconds} s.`,
    nextLate: 'A code has passed in between. Wait for the next two, then type both anew.',
    readySaid: 'The next code is there. Type it as the second.',
    pairsLeft: (left: number) =>
      left === 1 ? '1 pair left for this key' : `${left} pairs left for this key`,
    full: 'Both codes are there.',
    newKeyTitle: 'A new key was made',
    newKeyBody:
      'One that you scanned on this page before no longer fits. Scan it again and delete the older entry in the app.',
    trace:
      'Nothing changes until both codes are right. If you close this page, your account stays as it was.',
    expiredTitle: 'This key has expired',
    expiredBody:
      'A key waits 15 minutes for its two codes. Begin again to get a new one, and delete the old entry in the app.',
    elsewhereTitle: 'Binding was begun anew elsewhere',
    elsewhereBody:
      'Another tab or browser made a newer key or has bound it, so this one takes no codes. Go on there, or begin again here.',
    deadTitle: 'Too many wrong pairs',
    deadBody:
      'This key no longer takes codes. Begin again to get a new one, and delete the old entry in the app.',
    again: 'Begin again',
    limitTitle: 'No further device can be bound',
    toDevices: 'See the devices',
  },
  done: {
    title: 'Virtual MFA is on',
    lead: (name: string) =>
      `${name} is bound. From now on signing in takes your password and a code from it.`,
    leadAgain: 'From now on signing in takes your password and a code.',
    codes: 'Save your recovery codes',
    codesBody:
      'If you lose the device, each of them signs you in once. They are shown this once: keep them where the device is not.',
    left: (left: number) =>
      left === 1
        ? '1 recovery code is left; it works for this device too.'
        : `${left} recovery codes are left; they work for this device too.`,
    noneLeft: 'No recovery codes are left. Make new ones, so that losing the device is not the end.',
    gone: (left: number) =>
      `The ${left} recovery codes were shown once. If you have not saved them, make new ones.`,
    off: 'Your account has recovery codes switched off. If you lose the device, an administrator gives you a bypass code, with which you set up a new one.',
    seeCodes: 'See recovery codes',
    done: 'Done',
  },
}

/** The shape that every language fills. */
export type WizardTexts = typeof enWizard
