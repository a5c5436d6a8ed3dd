/** Where a refusal of a binding is said: at a field, under both codes, or as the end of this key. */
import type { Refused } from '../wire/call.ts'
import type { BindingEnd } from './ended-binding.tsx'

/** `codes` is under both codes, `form` above the button, `over` means that the key is no more. */
export type BindingPlace = 'deviceName' | 'firstCode' | 'secondCode' | 'codes' | 'form' | 'over'

const places: Partial<Record<Refused['code'], BindingPlace>> = {
  binding_codes_same: 'secondCode',
  binding_codes_not_consecutive: 'secondCode',
  binding_clock_off: 'codes',
  binding_other_shape: 'codes',
  binding_codes_wrong: 'codes',
  device_name_taken: 'deviceName',
  device_name_invalid: 'deviceName',
  binding_missing: 'over',
  binding_expired: 'over',
  attempt_dead: 'over',
}

const ends: Partial<Record<Refused['code'], BindingEnd>> = {
  binding_missing: 'elsewhere',
  binding_expired: 'expired',
  attempt_dead: 'dead',
}

/** A malformed code stands at the field that the server names, else at the first. */
export function bindingPlace({ code, field }: Refused): BindingPlace {
  if (code === 'code_malformed') return field === 'secondCode' ? 'secondCode' : 'firstCode'
  return places[code] ?? 'form'
}

/** What the form does with what was typed, once it is refused. */
export type AfterRefusal = {
  /** Why this key takes no more codes, or null. */
  readonly end: BindingEnd | null
  readonly clearFirst: boolean
  readonly clearSecond: boolean
  readonly focus: 'deviceName' | 'firstCode' | 'secondCode' | null
}

/** Where both codes were the same the first still counts; where the pair did not fit, both are typed anew. */
export function afterRefusal(refused: Refused): AfterRefusal {
  const place = bindingPlace(refused)
  const anew = place === 'codes' || refused.code === 'binding_codes_not_consecutive'
  return {
    end: ends[refused.code] ?? null,
    clearFirst: anew,
    clearSecond: anew || refused.code === 'binding_codes_same',
    focus: anew ? 'firstCode' : isField(place) ? place : null,
  }
}

function isField(place: BindingPlace): place is 'deviceName' | 'firstCode' | 'secondCode' {
  return place === 'deviceName' || place === 'firstCode' || place === 'secondCode'
}
