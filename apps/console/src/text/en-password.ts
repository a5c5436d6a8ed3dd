/** English words of the field where a new password is chosen. */

export const enPassword = {
  minimum: (characters: number) =>
    `At least ${characters} characters; a few words that do not belong together do well.`,
  missing: (characters: number) => (characters === 1 ? '1 more character' : `${characters} more characters`),
  levels: { weak: 'Weak: easy to guess', fair: 'Fair', strong: 'Strong' },
  ownWords: 'Weak: little more than your email address or the name of this server',
  suggest: 'Suggest a password',
  copySuggestion: 'Copy',
  suggested: 'Keep it in your password manager before you go on.',
}

export type PasswordTexts = typeof enPassword
