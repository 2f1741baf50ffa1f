/** What other features and the shell may use of the session. */
export { findViewer, useSessionViewer } from './viewer.ts'
export { beforeComplete, homePath, signInPath, type Viewer, type ViewerKind } from './viewer-paths.ts'
export { useKeepLanguage, useSignOut } from './use-sign-out.ts'
