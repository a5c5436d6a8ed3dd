/** Where a refusal of a binding is said: at a field, under both codes, or as the end of this key. */
import type { Refused } from '../wire/call.ts'

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

/** A malformed code stands at the field that the server names, else at the first. */
export function bindingPlace({ code, field }: Refused): BindingPlace {
  if (code === 'code_malformed') return field === 'secondCode' ? 'secondCode' : 'firstCode'
  return places[code] ?? 'form'
}
