/** The most used passwords, from the list that `@zxcvbn-ts/language-common` ships; read with the first use. */

let loading: Promise<ReadonlySet<string>> | undefined

/** Lower case. About a hundred milliseconds once, then free. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= load()
  return loading
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map((entry) => entry.toLowerCase()))
}
