/** What other features and the shell may use of the session. */
export { findViewer, useSessionViewer } from './viewer.ts'
export { useVerification } from './use-verification.ts'
export { VerificationField } from './verification-field.tsx'
export { beforeComplete, homePath, signInPath, type Viewer, type ViewerKind } from './viewer-paths.ts'
export { useKeepLanguage, useSignOut } from './use-sign-out.ts'
