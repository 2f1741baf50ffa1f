import { notFound } from './refusal.ts'

/** Whether the text can be an id. One that cannot names nothing: the database would call it an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** An id of another shape is answered as one that does not exist, not as a fault of the database. */
export function requireUuid(id: string, what: string): string {
  if (!isUuid(id)) throw notFound(what)
  return id
}
