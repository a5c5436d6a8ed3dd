/** The view for the parts below, and the way to another. */
export { useView } from './view.ts'
