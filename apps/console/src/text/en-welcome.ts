/** English words of the pages that somebody must pass before anything else: a first password, and MFA that is owed. */

export const enWelcome = {
  chooseTitle: 'Choose a new password',
  chooseLead: 'Your present password opens nothing but this page. From now on use one that only you know.',
  welcomeTitle: 'Welcome',
  welcomeLead: 'You sign in as {name}. Choose the password that you will use.',
  next: 'New password',
  repeat: 'Repeat password',
  submit: 'Set password',
  differs: 'The two passwords differ.',
  goneTitle: 'This invitation no longer works',
  goneBody:
    'The link has expired or was used already. If you have chosen a password by it, sign in with that; if not, ask your administrator for a new invitation.',
  toSignIn: 'Go to sign-in',
  graceLead: 'Your account requires virtual MFA from {time} on.',
  owedLead: 'Your account requires virtual MFA. Set it up to go on.',
  later: 'Later',
}

export type WelcomeTexts = typeof enWelcome
