/** What other features use of `filing/note`: the office's notes on a returned declaration, as tasks of the employer. */
export { NoteTask, NoteTasks } from './note-task.tsx'
export type { AnswerOutcome, SentAnswer } from './use-note-answer.ts'
export { NoteList } from './note-list.tsx'
export { NotesAtRow } from './notes-at-row.tsx'
export { StandingNotes } from './standing-notes.tsx'
