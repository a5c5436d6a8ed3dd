/** The catalogue's questions in the page's language. */
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'

/** Gives a question's text by its id: ours in the page's language, else the server's English, else the id. */
export function useQuestionWords(): (id: string) => string {
  const { security } = useTexts()
  const catalogue = useAsk('GET /api/security-questions/catalogue', { keep: Number.POSITIVE_INFINITY })
  const own: Readonly<Record<string, string>> = security.catalogue
  return (id) =>
    (Object.hasOwn(own, id) ? own[id] : undefined) ??
    catalogue.data?.find((question) => question.id === id)?.english ??
    id
}
