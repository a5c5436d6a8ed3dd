/** Passwords that are little more than the account's address or the server's name, which the server refuses. */

/** Shorter words are parts of too many good passwords. */
const shortestWord = 4

/** Whether the password is one of the words of the address or the name, and little else; as the server judges it. */
export function isBuiltOnContext(password: string, context: { email: string; product: string }): boolean {
  const folded = password.normalize('NFC').toLowerCase()
  return wordsOf(context.email.trim(), context.product)
    .map((word) => word.toLowerCase())
    .some(
      (word) =>
        Array.from(word).length >= shortestWord &&
        folded.includes(word) &&
        folded.length - word.length < word.length + 4,
    )
}

function wordsOf(email: string, product: string): readonly string[] {
  const at = email.lastIndexOf('@')
  const local = at === -1 ? email : email.slice(0, at)
  const domain =
    at === -1
      ? []
      : email
          .slice(at + 1)
          .split('.')
          .slice(0, -1)
  return [email, local, ...local.split(/[^\p{L}\p{N}]+/u), ...domain, product, 'sallyport']
}
