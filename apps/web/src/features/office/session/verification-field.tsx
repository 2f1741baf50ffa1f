import { Loader, TextInput } from '@mantine/core'
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import sheet from './session.module.css'
import style from './verification-field.module.css'
import type { Verification } from './use-verification.ts'

/** The computer works instead of the eyes; a picture to read is for where that fails. */
export function VerificationField({ verification, error }: { verification: Verification; error: string | undefined }) {
  const t = useMessages(messages)
  const { kind, renew } = verification
  const other = kind === 'IMAGE' ? 'PROOF_OF_WORK' : 'IMAGE'
  return (
    <div className={style.verification}>
      {kind === 'IMAGE' ? (
        <TextInput
          name="answer"
          label={t('code')}
          description={t('codeHint')}
          error={error}
          autoComplete="off"
          maxLength={8}
          spellCheck={false}
          required
          withAsterisk={false}
          inputContainer={(input) => (
            <div className={style.codeRow}>
              {input}
              <Picture verification={verification} />
            </div>
          )}
        />
      ) : (
        <Proof verification={verification} />
      )}
      <button type="button" className={sheet.linkButton} onClick={() => renew(other)}>
        {kind === 'IMAGE' ? t('withoutPicture') : t('withPicture')}
      </button>
    </div>
  )
}

function Picture({ verification }: { verification: Verification }) {
  const t = useMessages(messages)
  if (verification.state === 'failed') return <Failed verification={verification} text={t('codeUnavailable')} />
  return (
    <div className={style.picture}>
      {verification.image ? (
        <img src={verification.image} alt={t('codeImage')} width={160} height={56} />
      ) : (
        <span className={style.pictureSlot} />
      )}
      <button
        type="button"
        className={style.iconButton}
        aria-label={t('newCode')}
        title={t('newCode')}
        onClick={() => verification.renew('IMAGE')}
      >
        <IconRefresh size={20} stroke={1.6} aria-hidden />
      </button>
    </div>
  )
}

function Proof({ verification }: { verification: Verification }) {
  const t = useMessages(messages)
  if (verification.state === 'failed') return <Failed verification={verification} text={t('proofFailed')} />
  const solved = verification.state === 'solved'
  return (
    <output className={style.proof} data-solved={solved}>
      {solved ? <IconCircleCheck size={20} aria-hidden /> : <Loader size={20} aria-hidden />}
      {solved ? t('proofDone') : t('proofWorking')}
    </output>
  )
}

function Failed({ verification, text }: { verification: Verification; text: string }) {
  const t = useMessages(messages)
  return (
    <p className={style.problem} role="alert">
      {text}{' '}
      <button type="button" className={sheet.linkButton} onClick={() => verification.renew(verification.kind)}>
        {t('retry')}
      </button>
    </p>
  )
}
