/** A generated password that came with the move to this page. */
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** Taken out of the history's state at once, so that a reload or the way back does not show it again. */
export function useGeneratedPassword(): [string | null, (password: string | null) => void] {
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const [password, setPassword] = useState(() => passwordIn(state))
  useEffect(() => {
    if (passwordIn(state) !== null) void navigate(pathname, { replace: true, state: null })
  }, [state, pathname, navigate])
  return [password, setPassword]
}

function passwordIn(state: unknown): string | null {
  return typeof state === 'object' &&
    state !== null &&
    'generatedPassword' in state &&
    typeof state.generatedPassword === 'string'
    ? state.generatedPassword
    : null
}
