import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import { isViewName } from './save-view.tsx'
import style from './saved-views.module.css'
import { DeleteViewDocument, RenameViewDocument, SavedViewsDocument } from './view.generated.ts'
import type { SavedViewsQuery } from './view.generated.ts'

type View = SavedViewsQuery['savedViews'][number]

interface ManageViewsProps {
  views: readonly View[]
  pathname: string
  onClose: () => void
}

/** Each view with its other name, its link and its end. */
export function ManageViews({ views, pathname, onClose }: ManageViewsProps) {
  const t = useMessages(messages)
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  return (
    <Dialog title={t('manage')} onClose={onClose}>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <ul className={style.list}>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} pathname={pathname} onSaid={setSaid} />
        ))}
      </ul>
      <Button variant="default" onClick={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  )
}

interface ViewRowProps {
  view: View
  pathname: string
  onSaid: (said: { tone: 'done' | 'refused'; text: string } | undefined) => void
}

const anew = { refetchQueries: [SavedViewsDocument], awaitRefetchQueries: true }

function ViewRow({ view, pathname, onSaid }: ViewRowProps) {
  const t = useMessages(messages)
  const [name, setName] = useState(view.name)
  const [deleting, setDeleting] = useState(false)
  const [rename, renaming] = useMutation(RenameViewDocument, anew)
  const [remove, removing] = useMutation(DeleteViewDocument, anew)
  const attempt = async (work: () => Promise<string | undefined>) => {
    onSaid(undefined)
    try {
      const refused = await work()
      if (refused) onSaid({ tone: 'refused', text: refused })
    } catch {
      onSaid({ tone: 'refused', text: t('failed') })
    }
  }
  const send = () =>
    attempt(async () => {
      if (!isViewName(name)) return t('nameWrong')
      const outcome = (await rename({ variables: { id: view.id, name: name.trim() } })).data?.renameView
      return outcome?.__typename === 'SavedViewRefused' ? t(outcome.reason) : undefined
    })
  const copy = () =>
    attempt(async () => {
      const search = view.search === '' ? '' : `?${view.search}`
      if (!(await copyText(`${window.location.origin}${pathname}${search}`))) return t('failed')
      onSaid({ tone: 'done', text: t('copied') })
      return undefined
    })
  const end = () =>
    attempt(async () => {
      await remove({ variables: { id: view.id } })
      return undefined
    })
  return (
    <li>
      <form
        className={style.row}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextInput
          size="sm"
          aria-label={t('renameNamed', { name: view.name })}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {name.trim() === view.name ? null : (
          <Button type="submit" size="compact-sm" loading={renaming.loading}>
            {t('rename')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('copyNamed', { name: view.name })}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="zhu.7"
          loading={removing.loading}
          aria-label={t('removeNamed', { name: view.name })}
          aria-expanded={deleting}
          onClick={() => setDeleting(!deleting)}
        >
          {t('remove')}
        </Button>
      </form>
      {deleting ? (
        <p className={style.sure}>
          {t('removeText')}{' '}
          <Button size="compact-sm" color="zhu.7" onClick={() => void end()}>
            {t('removeNamed', { name: view.name })}
          </Button>
        </p>
      ) : null}
    </li>
  )
}
