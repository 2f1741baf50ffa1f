/** What other features and the shell may use of the session. */
export { findViewer, homePath, signInPath, useSessionViewer, type Viewer, type ViewerKind } from './viewer.ts'
export { useKeepLanguage, useSignOut } from './use-sign-out.ts'
