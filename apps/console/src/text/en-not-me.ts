/** English words of the page that a mail about a sign-in leads to. */

export const enNotMe = {
  title: "It wasn't me",
  lead: 'Somebody signed in as {name} {time}, from {browser} at the address {address}. If this was not you, end access now.',
  happens: 'What will happen',
  effects: [
    'Every session and every sign-in that has begun ends, in this browser too.',
    'Your password stops working, and you choose a new one here.',
    'No browser is known any more, and invitations and bypass codes are void. Your virtual MFA devices and recovery codes stay.',
  ],
  oldNeeded:
    'The old password is asked for beside the new one: whoever reads your mail must not get in by that alone.',
  submit: 'End access',
  endedTitle: 'Access has ended',
  endedBody:
    'Nobody is signed in as {name} any more. Choose a new password; the link of the mail works for seven days from now.',
  old: 'Old password',
  doneTitle: 'Your new password is set',
  doneBody: 'Sign in with it. If you use one password in several places, change it there too.',
  signIn: 'Sign in',
  gone: 'Take the link of a newer mail about a sign-in. If the old password still works, sign in and change it; else ask your administrator or the operator of this server.',
}

export type NotMeTexts = typeof enNotMe
