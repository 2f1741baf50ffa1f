/** What other features use of `register/attachment`: files that people hand in, attached to what they are evidence for. */
export { attachFiles } from './attach-files.ts'
export { attachmentAudit } from './attachment.audit.ts'
export { attachmentJobs } from './attachment-jobs.ts'
export { addAttachmentSubject } from './attachment-subjects.ts'
export { listAttachments } from './attachment.repository.ts'
export type { AttachmentRow } from './attachment.repository.ts'
export { addAttachments } from './attachment.route.ts'
export { AttachmentType } from './attachment.schema.ts'
