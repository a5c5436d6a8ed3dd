/** The questions that can be chosen; nobody writes their own. */

export const catalogue = [
  { id: 'first_pet', english: 'What was the name of your first pet?' },
  { id: 'first_school', english: 'What was the name of your first school?' },
  { id: 'childhood_street', english: 'In which street did you live as a child?' },
  { id: 'first_concert', english: 'Which was the first concert you went to?' },
  { id: 'favourite_teacher', english: 'What was the name of your favourite teacher?' },
  { id: 'first_job_city', english: 'In which town was your first job?' },
  { id: 'childhood_friend', english: 'What was the name of your best friend as a child?' },
  { id: 'first_book', english: 'Which was the first book you read by yourself?' },
  { id: 'grandmother_name', english: 'What was the first name of your grandmother?' },
  { id: 'dream_job', english: 'What did you want to become as a child?' },
  { id: 'first_dish', english: 'Which dish did you first learn to cook?' },
  { id: 'first_trip', english: 'Where did your first long trip lead?' },
] as const

const ids: ReadonlySet<string> = new Set(catalogue.map((question) => question.id))

export function isCatalogued(id: string): boolean {
  return ids.has(id)
}

export const QUESTIONS = 3
