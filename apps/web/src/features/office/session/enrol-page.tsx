import { useState } from 'react'
import { Navigate } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { secondFactorMessages } from './second-factor-messages.ts'
import { SecondFactorSection } from './second-factor-section.tsx'
import style from './session.module.css'
import { homePath } from './viewer-paths.ts'
import { useViewerOrSignIn } from './use-viewer-or-sign-in.tsx'

/** Where a member of staff has to enrol a second factor before anything else. */
export function EnrolPage() {
  const t = useMessages(secondFactorMessages)
  const { viewer, instead } = useViewerOrSignIn()
  const [begun, setBegun] = useState(false)
  if (!viewer) return instead
  const must = viewer.stage === 'MUST_ENROL_SECOND_FACTOR'
  if (must && !begun) setBegun(true)
  // Enrolling completes the sign-in at once; the recovery codes, which are shown this once, stay until they are kept.
  if (!must && !begun) return <Navigate to={homePath(viewer.kind)} replace />
  return (
    <div className={style.narrow}>
      <PageHeader title={t('requiredTitle')} lead={t('requiredLead')} />
      {/* A full load: the new session is asked who it is, and nothing of the half one stays. */}
      <SecondFactorSection onCompleted={({ kind }) => window.location.replace(homePath(kind))} />
    </div>
  )
}
