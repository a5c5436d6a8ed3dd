/** `sallyport doctor`: looks at everything that a good start needs, and says what to mend. */
import { type Configuration, readConfiguration } from '../configuration.ts'
import { checkMail, checkSms } from './check-gateways.ts'
import { checkClock, checkHashing, checkRoom } from './check-machine.ts'
import { checkPlaces } from './check-places.ts'
import { checkStorage } from './check-storage.ts'
import { type Finding, good, wrong } from './finding.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { sentenceOf } from './with-world.ts'

/** Changes nothing. Advice alone is no failure. */
export async function examine(terminal: Terminal): Promise<number> {
  const findings = await findingsOf(terminal)
  const isWell = findings.every(({ state }) => state !== 'wrong')
  if (terminal.json) terminal.out(JSON.stringify({ well: isWell, findings }))
  else for (const finding of findings) print(terminal, finding)
  return isWell ? DONE : FAILED
}

async function findingsOf(terminal: Terminal): Promise<readonly Finding[]> {
  let configuration: Configuration
  try {
    configuration = readConfiguration(terminal.env, terminal.folder)
  } catch (fault) {
    return [wrong('configuration', sentenceOf(fault), 'mend it in the environment or in .env')]
  }
  const storage = await checkStorage(configuration, terminal)
  return [
    good('configuration', `${configuration.name} at ${configuration.origin.origin}`),
    ...storage.findings,
    ...checkPlaces(configuration, terminal.clock),
    checkRoom(configuration),
    checkClock(terminal.clock, storage.newestEvent),
    await checkHashing(terminal.clock),
    await checkMail(configuration),
    await checkSms(configuration),
  ]
}

function print(terminal: Terminal, { check, state, says, mend }: Finding): void {
  terminal.out(`${state.padEnd(6)}  ${check}: ${says}`)
  if (mend !== undefined) terminal.out(`        ${mend}`)
}
