import type { RegisterImportQuery } from './intake.generated.ts'

/** One file as its page reads it. */
export type Import = RegisterImportQuery['registerImport']
