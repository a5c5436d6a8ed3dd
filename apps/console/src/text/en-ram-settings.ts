/** English words of the security settings of an account: the form, the dry run, who has done it. */

export const enRamSettings = {
  settings: {
    title: 'Security settings',
    readOnly: 'Your role reads these settings and cannot change them.',
    aliasCard: 'Sign-in names',
    alias: 'Account alias',
    aliasHint: 'Users sign in as name@alias; name@{id} works as well',
    saveAlias: 'Save alias',
    aliasSaved: 'Alias saved.',
    aliasRemoved: 'Alias removed.',
    mfaCard: 'Second factor',
    who: 'Who must have MFA',
    whoOptions: {
      nobody: 'Nobody',
      everyone: 'Everyone',
      marked: 'Those marked',
      unusual: 'Only on unusual sign-ins',
    },
    whoHints: {
      nobody: 'Each may choose; a marked user must',
      everyone: 'Every user of this account',
      marked: 'Those with the mark MFA bind required',
      unusual: 'From a browser or network not seen before',
    },
    grace: 'Days of grace',
    graceHint: 'How long the set-up may be put off, 0 to 30; 0 is at the next sign-in',
    kindsCard: 'What users may use',
    kindsLead: 'Holds for the users of the account; its owner may use every kind.',
    device: 'Virtual MFA devices',
    deviceHint: 'The second factor itself',
    always: 'Always allowed',
    methods: 'Users verify their identity by',
    methodsHint: 'To set up the first device; once one is bound, its codes prove who they are',
    methodHints: {
      email:
        'A code to the address on file. Until a device is bound it alone confirms other changes, such as a phone number',
      phone: 'A code by text message to the number on file',
      security_questions: 'Three answers; weaker than the other ways',
    },
    methodsNone: 'Leave at least one of them.',
    lost: 'When a device is lost',
    codes: 'Recovery codes',
    codesHint:
      'Ten for each user, to keep on paper. Without them an administrator gives a bypass code, and the codes that users have are deleted for good',
    own: 'Users manage their own devices',
    ownHint: 'Without it an administrator resets what is lost',
    signInCard: 'Where and how long',
    networks: 'Networks',
    networksHint: 'One CIDR a line, such as 192.0.2.0/24; empty is everywhere',
    hours: 'Hours until a session ends',
    hoursHint: '1 to 24',
    passwordCard: 'Passwords',
    minimum: 'Characters a password has at least',
    minimumHint: '8 to 32',
    trust: 'Days a browser may be trusted',
    trustHint:
      '0 to 30; 0 is never. In a trusted browser the password alone signs in; holds for the owner too',
    idle: 'Days without a sign-in until a user is suspended',
    idleHint: '30 to 730; 0 is never. A proven email address is told a week before; the owner is exempt',
    history: 'Earlier passwords that may not come back',
    historyHint: '0 to 24, for users; counted from when this is enforced',
    range: (from: number, to: number) => `Type a whole number from ${from} to ${to}.`,
    preview: 'Preview',
    previewNote: 'Nothing changes before you enforce what the preview shows.',
    dryRun: 'Dry run',
    allReady: (count: number) =>
      count === 1 ? '1 user has a second factor already.' : `${count} users have a second factor already.`,
    of: (count: number) => (count === 1 ? 'Of 1 user in the account:' : `Of ${count} users in the account:`),
    sent: (count: number) =>
      count === 1 ? '1 user is sent to set up MFA' : `${count} users are sent to set up MFA`,
    withoutWay: (count: number) =>
      count === 1
        ? '1 of them has none of the allowed ways on file and cannot set up'
        : `${count} of them have none of the allowed ways on file and cannot set up`,
    cannotVerify: (count: number) =>
      count === 1
        ? '1 other user without MFA has none of the allowed ways on file and could not set it up'
        : `${count} other users without MFA have none of the allowed ways on file and could not set it up`,
    losingCodes: (count: number) =>
      count === 1
        ? '1 user loses recovery codes, which are deleted'
        : `${count} users lose their recovery codes, which are deleted`,
    lockedOut: (count: number) =>
      count === 1
        ? '1 user last signed in from a network that would be refused'
        : `${count} users last signed in from a network that would be refused`,
    idleUsers: (count: number) =>
      count === 1
        ? '1 user stayed away too long and is suspended in a week without a sign-in'
        : `${count} users stayed away too long and are suspended in a week without a sign-in`,
    andMore: (count: number) => `and ${count} more`,
    nobodyAffected: 'Nobody is affected.',
    callerLockedOut: 'Your own network is not among these. Users signing in from here would be refused.',
    enforce: 'Enforce',
    enforced: 'Settings enforced.',
    since: 'Enforced {time}',
    sinceNever: 'Never changed; these are the defaults',
  },
  progress: {
    title: 'Who has done it',
    done: (having: number, all: number) => `${having} of ${all} active users have MFA`,
    behind: (count: number) =>
      count === 1 ? '1 must set it up and has not.' : `${count} must set it up and have not.`,
    nobodyBehind: 'Nobody who must is behind.',
    remind: (count: number) => (count === 1 ? 'Remind 1 user' : `Remind ${count} users`),
    reminded: (count: number) => (count === 1 ? '1 mail is on its way.' : `${count} mails are on their way.`),
    remindedNobody: 'Nobody was due: each is reminded at most once a day.',
    withoutEmail: (count: number) => (count === 1 ? '1 user has no email.' : `${count} users have no email.`),
  },
}

export type RamSettingsTexts = typeof enRamSettings
