/** English words of trusted browsers. */

export const enTrusted = {
  title: 'Trusted browsers',
  lead: 'In these your password alone signs you in. What changes the account still asks for a code.',
  list: 'Trusted',
  current: 'This browser',
  since: 'Trusted {time}',
  until: 'until {time}',
  used: 'Last used {time}',
  remove: 'Remove',
  removeAll: 'Remove all',
  removeTitle: (browser: string) => `Trust ${browser} no more?`,
  removeBody:
    'The next sign-in there asks for a code. If the password alone signed it in, it is signed out, unless it is this browser.',
  removeAllTitle: 'Trust no browser any more?',
  removeAllBody:
    'The next sign-in asks for a code in each of them. Other browsers that the password alone signed in are signed out.',
  removed: 'Browser removed.',
  removedAll: (count: number) => (count === 1 ? '1 browser removed.' : `${count} browsers removed.`),
  emptyTitle: 'No browser is trusted',
  emptyBody: 'Tick “Trust this browser” beside the code when you sign in, on a device that only you use.',
  offTitle: 'Trusting browsers is off',
  offBody: 'In this account every sign-in asks for a code.',
  rowNone: 'Every sign-in asks for a code',
  rowSome: 'The password alone signs in there; the last used {time}',
  badge: (count: number) => (count === 1 ? '1 browser' : `${count} browsers`),
  badgeNone: 'None',
  see: 'See trusted browsers',
}

/** The shape that every language fills. */
export type TrustedTexts = typeof enTrusted
