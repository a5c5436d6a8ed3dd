/** English words of what is asked before something is lost or ended, and of a code that waits. */

export const enAsks = {
  leaveTitle: 'Leave without saving the codes?',
  leaveBody: 'They cannot be shown again. Whoever loses the device then has no way in.',
  stay: 'Stay',
  leave: 'Leave',
  endTitle: (browser: string) => `End the session of ${browser}?`,
  endBody: 'That browser is signed out at once.',
  endOthersTitle: 'Sign out everywhere else?',
  endOthersBody: 'Every other browser is signed out at once; this one stays. No browser is trusted any more.',
  endOthersVerb: 'Sign out',
  haveCode: 'I have a code',
}

/** The shape that every language fills. */
export type AskTexts = typeof enAsks
