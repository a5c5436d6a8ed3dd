/** Looks at the file of places for `sallyport doctor`: what kind it is, and how old. */
import type { Configuration } from '../configuration.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import { advice, type Finding, good } from './finding.ts'

const OLD = 60 * DAY

/** Nothing where no file is named: it is not needed. */
export function checkPlaces({ placeFile }: Configuration, clock: Clock): readonly Finding[] {
  if (placeFile === undefined) return []
  const days = Math.max(0, Math.floor((clock.now() - placeFile.builtAt) / DAY))
  const says = `${placeFile.kind}, made ${days} days ago`
  return [
    days * DAY > OLD
      ? advice('places', says, 'addresses move: put a newer file at SALLYPORT_GEO_FILE and start anew')
      : good('places', says),
  ]
}
