/** What is typed, once the typing rests. */
import { useEffect, useState } from 'react'

/** The value as it was `milliseconds` ago, unless it has changed since. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
