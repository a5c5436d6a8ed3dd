/** The questions that can be chosen; nobody writes their own. */

export const catalogue = [
  { id: 'first_pet', english: "Your first pet's name?" },
  { id: 'first_school', english: "Your first school's name?" },
  { id: 'childhood_street', english: 'The street of your childhood?' },
  { id: 'first_concert', english: 'Your first concert?' },
  { id: 'favourite_teacher', english: 'Your favourite teacher?' },
  { id: 'first_job_city', english: 'The city of your first job?' },
  { id: 'childhood_friend', english: 'Your best friend as a child?' },
  { id: 'first_book', english: 'The first book you finished?' },
  { id: 'grandmother_name', english: "Your grandmother's first name?" },
  { id: 'dream_job', english: 'Your dream job as a child?' },
  { id: 'first_dish', english: 'The first dish you could cook?' },
  { id: 'first_trip', english: 'Your first long trip: where to?' },
] as const

const ids: ReadonlySet<string> = new Set(catalogue.map((question) => question.id))

export function isCatalogued(id: string): boolean {
  return ids.has(id)
}

export const QUESTIONS = 3
