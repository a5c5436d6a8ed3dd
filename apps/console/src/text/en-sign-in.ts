/** English words of the sign-in pages. */

export const enSignIn = {
  signIn: {
    title: 'Sign in',
    accountName: 'Account name',
    accountNameHint: 'Your email address, or name@alias',
    password: 'Password',
    submit: 'Sign in',
    noAccount: 'New here?',
    register: 'Create an account',
    firstAccountTitle: 'No account exists yet',
    firstAccountBody:
      'To create the first one, open the link after “First account:” in the terminal that runs this server.',
    waitTitle: 'Too many wrong passwords',
    wait: (time: string) => `You can try again in ${time}.`,
    waitOver: 'You can try again now.',
  },
  second: {
    title: 'Two-step verification',
    codeBefore: 'Enter the 6-digit code that your authenticator shows for ',
    codeAfter: '.',
    code: 'Verification code',
    recoveryBefore: 'Enter one of the recovery codes that you saved for ',
    recoveryAfter: '. Each works once.',
    recovery: 'Recovery code',
    recoveryHint: (left: number) => (left === 1 ? '1 code is left' : `${left} codes are left`),
    bypassHint: '; a bypass code from your administrator goes here too',
    bypassBefore: 'Enter the bypass code that an administrator gave you for ',
    bypassAfter: '. It works once.',
    bypass: 'Bypass code',
    trust: 'Trust this browser',
    trustHint: (days: number) =>
      `${days === 1 ? 'For a day' : `For ${days} days`} the password alone signs you in here; not for shared devices`,
    submit: 'Verify',
    another: 'Try another way',
    useCode: 'Use the authenticator instead',
    triesLeft: (tries: number) => (tries === 1 ? '1 try left' : `${tries} tries left`),
    startAgain: 'Start again with the password',
    lostTitle: 'Lost the device?',
    lostBody:
      'A recovery code signs you in and lets you bind a new device. With none left, the operator of this server can reset MFA:',
    noneLeft: 'You have no recovery codes left. The operator of this server can reset MFA for you:',
    askAdministrator:
      'An administrator of your account can give you a bypass code, with which you set up a new device.',
    resetCommand: 'sallyport mfa reset',
  },
  register: {
    title: 'Create your account',
    lead: 'The main account of this server. You can add two-step sign-in right after.',
    email: 'Email',
    password: 'Password',
    submit: 'Create account',
    haveAccount: 'Have an account?',
    signIn: 'Sign in',
    closedTitle: 'Registration is closed',
    closedBody: 'New accounts cannot be created here. Who runs this server can open registration.',
    tokenMissingTitle: 'The set-up link is needed',
    tokenMissingBody:
      'This server has no account yet, and the first one is for whoever can see its terminal. Open the link that stands there after “First account:”.',
    tokenWrongTitle: 'This set-up link does not work',
    tokenWrongBody:
      'It was used already, or the server has printed a newer one. Open the newest link after “First account:” in the terminal; starting the server again prints a fresh one.',
    expired: 'This registration has expired. Type email and password again.',
    dead: 'Too many wrong codes. Type email and password again to get a new one.',
    takenSignIn: 'Sign in instead',
    codeBefore: 'A 6-digit code is on its way to ',
    codeAfter: '.',
    code: 'Email code',
    verify: 'Verify',
    resend: 'Send the code again',
    resendIn: (seconds: number) => `Send the code again in ${seconds} s`,
    resent: 'A new code is on its way. The earlier one no longer works.',
    change: 'Use another address',
    outbox: 'No mail gateway is set up, so the mail with the code is kept on this server.',
  },
}

/** The shape that every language fills. */
export type SignInTexts = typeof enSignIn
