import { Button } from '@mantine/core'
import { FILE_LIMITS } from '@shebao/kernel'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { filesMessages } from './files-messages.ts'
import style from './files-input.module.css'
import { useGivenFiles } from './use-given-files.ts'
import type { GivenFile, HandIn } from './use-given-files.ts'

/** What a scanner or a phone makes of a paper; the office looks at the content, this only sorts the dialog. */
const accepted = '.pdf,.jpg,.jpeg,.png,.heic,.webp,.tif,.tiff,application/pdf,image/*'

interface FilesInputProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Told of every change: what is on its way is part of it. Keeps its identity between renders. */
  onFiles: (files: readonly GivenFile[]) => void
  /** Another way to the office than the session's. */
  handIn?: HandIn | undefined
  /** How many the office takes that way. */
  most?: number | undefined
  /** Of the button, for whoever moves the focus to what is wrong. */
  buttonRef?: Ref<HTMLButtonElement>
}

/** Papers for a step: dropped or chosen, sent at once, each with what became of it, and taken away again before the step is sent. */
export function FilesInput({
  label,
  hint,
  error,
  onFiles,
  handIn,
  most = FILE_LIMITS.ofStep,
  buttonRef,
}: FilesInputProps) {
  const t = useMessages(filesMessages)
  const { files, tooMany, add, again, remove } = useGivenFiles(onFiles, { handIn, most })
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const last = files.at(-1)
  return (
    <fieldset className={style.files} aria-describedby={`${id}-limit`}>
      <legend>{label}</legend>
      {hint ? <p className={style.hint}>{hint}</p> : null}
      <div
        className={style.dropZone}
        data-over={over}
        data-wrong={error !== undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          add([...event.dataTransfer.files])
        }}
      >
        <IconPaperclip size={20} stroke={1.6} aria-hidden />
        <span className={style.dropWords}>{t('drop')}</span>
        <Button
          ref={buttonRef}
          size="sm"
          variant="default"
          aria-label={t('chooseFor', { label })}
          aria-describedby={`${id}-limit${error === undefined ? '' : ` ${id}-error`}`}
          onClick={() => input.current?.click()}
        >
          {t('choose')}
        </Button>
        <p id={`${id}-limit`} className={style.limit}>
          {t('limit', { most })}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={label}
          accept={accepted}
          onChange={(event) => {
            const given = [...(event.currentTarget.files ?? [])]
            // Choosing the same file again after it was removed counts as a new choice.
            event.currentTarget.value = ''
            add(given)
          }}
        />
      </div>
      {tooMany ? <p className={style.wrong}>{t('tooMany', { most })}</p> : null}
      {files.length > 0 ? (
        <ul className={style.list} aria-label={t('list')}>
          {files.map((file) => (
            <FileRow key={file.key} file={file} onAgain={() => again(file.key)} onRemove={() => remove(file.key)} />
          ))}
        </ul>
      ) : null}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={style.wrong}>
          {error}
        </p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {last?.state === 'KEPT' ? t('keptSaid', { name: last.name }) : null}
        {last?.state === 'REFUSED' ? t('refusedSaid', { name: last.name, why: t(last.code ?? 'FAILED') }) : null}
      </p>
    </fieldset>
  )
}

const repeatable: readonly string[] = ['SIGNED_OUT', 'BUSY', 'FAILED', 'TOO_MANY_LOOSE']

function FileRow({ file, onAgain, onRemove }: { file: GivenFile; onAgain: () => void; onRemove: () => void }) {
  const t = useMessages(filesMessages)
  const format = useFormat()
  const { name, state, code = 'FAILED' } = file
  return (
    <li className={style.file} data-state={state}>
      <span className={style.name}>{name}</span>
      <span className={style.size}>
        {format.bytes(file.bytes)} · {t(state === 'KEPT' ? 'kept' : state === 'WAITING' ? 'waiting' : 'sending')}
      </span>
      {state === 'SENDING' ? (
        <progress className={style.progress} max={1} value={file.share} aria-label={name} />
      ) : null}
      {state === 'REFUSED' ? <span className={style.wrong}>{t(code)}</span> : null}
      <span className={style.deeds}>
        {state === 'REFUSED' && repeatable.includes(code) ? (
          <Button size="compact-sm" variant="default" aria-label={t('againNamed', { name })} onClick={onAgain}>
            {t('again')}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          aria-label={t('removeNamed', { name })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </span>
    </li>
  )
}
