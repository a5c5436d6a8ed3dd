/** Sends many sign-ins at once, in a thread of its own, so that whoever measures meanwhile is not held up by them. */
import { workerData } from 'node:worker_threads'

export type Burst = { readonly origin: string; readonly count: number }

const { origin, count } = workerData as Burst
await Promise.all(
  Array.from({ length: count }, async (_, number) => {
    const answer = await fetch(`${origin}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({
        accountName: `nobody${number}@example.com`,
        password: 'the password of nobody',
      }),
    })
    await answer.text()
  }),
)
