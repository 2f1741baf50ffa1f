import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { AddTotp } from './add-totp.tsx'
import { ConfirmPasswordDialog } from './confirm-password-dialog.tsx'
import {
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
  SecondFactorDocument,
} from './enrol-second-factor.generated.ts'
import type { SecondFactorQuery } from './enrol-second-factor.generated.ts'
import type { EnrolledOutcome } from './enrolled-outcome.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorMessages } from './second-factor-messages.ts'
import style from './second-factor.module.css'
import type { Viewer } from './viewer-paths.ts'

type SecondFactor = NonNullable<NonNullable<SecondFactorQuery['viewer']>['secondFactor']>
type Deed = { kind: 'TOTP' } | { kind: 'PASSKEY' } | { kind: 'CODES' } | { kind: 'REMOVE'; id: string; name: string }

/** One's own second factors: what is enrolled, another one, new recovery codes. Each change begins with a fresh password. */
export function SecondFactorSection({ onCompleted }: { onCompleted?: (viewer: Viewer) => void }) {
  const t = useMessages(secondFactorMessages)
  const { data, refetch } = useQuery(SecondFactorDocument, { fetchPolicy: 'network-only' })
  const factor = data?.viewer?.secondFactor
  const [wanted, setWanted] = useState<Deed>()
  const [doing, setDoing] = useState<Deed>()
  const [codes, setCodes] = useState<{ codes: readonly string[]; completed: Viewer | null }>()
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  if (!factor) return null

  const want = (deed: Deed) => {
    setSaid(undefined)
    if (factor.fresh) setDoing(deed)
    else setWanted(deed)
  }
  const finish = async (said: { tone: 'done' | 'refused'; text: string } | undefined) => {
    setDoing(undefined)
    setSaid(said)
    await refetch()
  }
  const enrolled = async ({ recoveryCodes, completed }: EnrolledOutcome) => {
    if (recoveryCodes.length > 0) setCodes({ codes: recoveryCodes, completed })
    else if (completed) return onCompleted?.(completed)
    return finish({ tone: 'done', text: t('enrolled') })
  }

  if (codes)
    return (
      <RecoveryCodes
        codes={codes.codes}
        onKept={() => {
          setCodes(undefined)
          if (codes.completed) onCompleted?.(codes.completed)
        }}
      />
    )
  return (
    <div className={style.section}>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <Enrolled factor={factor} onRemove={(id, name) => want({ kind: 'REMOVE', id, name })} />
      {doing?.kind === 'TOTP' ? <AddTotp onEnrolled={enrolled} onCancel={() => setDoing(undefined)} /> : null}
      {doing?.kind === 'PASSKEY' ? <AddPasskey onEnrolled={enrolled} onCancel={() => setDoing(undefined)} /> : null}
      {doing ? null : <Deeds factor={factor} onWanted={want} />}
      {doing?.kind === 'CODES' || doing?.kind === 'REMOVE' ? (
        <ChangeDialog
          deed={doing}
          last={factor.authenticators.length === 1}
          onCancel={() => setDoing(undefined)}
          onCodes={(made) => setCodes({ codes: made, completed: null })}
          onSaid={finish}
        />
      ) : null}
      {wanted ? (
        <ConfirmPasswordDialog
          onCancel={() => setWanted(undefined)}
          onConfirmed={() => {
            setDoing(wanted)
            setWanted(undefined)
            void refetch()
          }}
        />
      ) : null}
    </div>
  )
}

function Enrolled({ factor, onRemove }: { factor: SecondFactor; onRemove: (id: string, name: string) => void }) {
  const t = useMessages(secondFactorMessages)
  const format = useFormat()
  if (factor.authenticators.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <ul className={style.list}>
      {factor.authenticators.map(({ id, kind, name, createdAt, lastUsedAt }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong> {t(kind)}
            <span className="sub">
              {t('enrolledAt', { time: format.instant(createdAt) })}
              {lastUsedAt ? ` · ${t('usedAt', { time: format.instant(lastUsedAt) })}` : ''}
            </span>
          </div>
          <Button variant="default" onClick={() => onRemove(id, name)}>
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Deeds({ factor, onWanted }: { factor: SecondFactor; onWanted: (deed: Deed) => void }) {
  const t = useMessages(secondFactorMessages)
  return (
    <>
      {factor.authenticators.length > 0 ? <p>{t('codesLeft', { count: factor.recoveryCodesLeft })}</p> : null}
      <div className={style.deeds}>
        <Button
          variant={factor.authenticators.length === 0 ? 'filled' : 'default'}
          onClick={() => onWanted({ kind: 'TOTP' })}
        >
          {t('addTotp')}
        </Button>
        <Button variant="default" onClick={() => onWanted({ kind: 'PASSKEY' })}>
          {t('addPasskey')}
        </Button>
        {factor.authenticators.length > 0 ? (
          <Button variant="default" onClick={() => onWanted({ kind: 'CODES' })}>
            {t('renewCodes')}
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** New recovery codes, or one device less. */
function ChangeDialog(props: {
  deed: Extract<Deed, { kind: 'CODES' | 'REMOVE' }>
  last: boolean
  onCancel: () => void
  onCodes: (codes: readonly string[]) => void
  onSaid: (said: { tone: 'done' | 'refused'; text: string } | undefined) => Promise<void>
}) {
  const { deed, last, onCancel, onCodes, onSaid } = props
  const t = useMessages(secondFactorMessages)
  const [remove, { loading }] = useMutation(RemoveSecondFactorDocument)
  const [renew, { loading: renewing }] = useMutation(RenewRecoveryCodesDocument)
  const act = async (): Promise<void> => {
    try {
      if (deed.kind === 'REMOVE') {
        const outcome = (await remove({ variables: { id: deed.id } })).data?.removeSecondFactor
        if (outcome?.__typename === 'SecondFactorRefused')
          return await onSaid({ tone: 'refused', text: t(`refused${outcome.reason}`) })
        return await onSaid({ tone: 'done', text: t('removed') })
      }
      const outcome = (await renew()).data?.renewRecoveryCodes
      if (outcome?.__typename === 'RecoveryCodes') onCodes(outcome.codes)
      return await onSaid(
        outcome?.__typename === 'SecondFactorRefused'
          ? { tone: 'refused', text: t(`refused${outcome.reason}`) }
          : undefined,
      )
    } catch {
      return onSaid({ tone: 'refused', text: t('failedCONNECTION') })
    }
  }
  const removing = deed.kind === 'REMOVE'
  return (
    <ConfirmDialog
      opened
      title={removing ? t('removeTitle', { name: deed.name }) : t('renewCodes')}
      consequence={removing ? t(last ? 'removeLast' : 'removeText') : t('recoveryText')}
      verb={removing ? t('remove') : t('renewCodes')}
      grave={removing}
      busy={loading || renewing}
      onCancel={onCancel}
      onConfirm={() => void act()}
    />
  )
}
