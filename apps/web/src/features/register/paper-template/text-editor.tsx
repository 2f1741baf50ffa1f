import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import { isChanged, releasedText, textIn, textLanguages } from './template-texts.ts'
import type { Place, Template, TextLanguage, Typed } from './template-texts.ts'

interface TextEditorProps {
  template: Template
  typed: Typed
  /** Missing: the texts are read only. */
  onType: ((typed: Typed) => void) | undefined
}

/** Every text of a paper in both languages; one at a time opens for other words. */
export function TextEditor({ template, typed, onType }: TextEditorProps) {
  const t = useMessages(messages)
  const [sought, setSought] = useState('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const own = new Set((template.inForce?.texts ?? []).map(({ place }) => place))
  const places = template.places.filter((place) => {
    if (onlyChanged && !own.has(place.place) && !isChanged(template, place, typed)) return false
    // By what holds: what is being typed does not take its own field away.
    const said = textLanguages.map((language) => heldIn(template, place, language))
    return said.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()))
  })
  return (
    <>
      <div className={style.finder}>
        <TextInput
          type="search"
          label={t('find')}
          description={t('findHint')}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <Checkbox
          label={t('onlyChanged')}
          checked={onlyChanged}
          onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
        />
        <output className="quiet">
          {places.length > 0 ? t('found', { count: places.length }) : t('nothingFound')}
        </output>
      </div>
      <ul className={style.texts}>
        {places.map((place) => (
          <TextOfPlace
            key={place.place}
            template={template}
            place={place}
            typed={typed}
            onType={onType}
            own={own.has(place.place)}
          />
        ))}
      </ul>
    </>
  )
}

const heldIn = (template: Template, place: Place, language: TextLanguage) =>
  textIn(template.inForce?.texts ?? [], place, language)

function TextOfPlace({ template, place, typed, onType, own }: TextEditorProps & { place: Place; own: boolean }) {
  const t = useMessages(messages)
  const [open, setOpen] = useState(false)
  const held = { ZH_CN: heldIn(template, place, 'ZH_CN'), EN: heldIn(template, place, 'EN') }
  const mine = typed[place.place]
  const changed = isChanged(template, place, typed)
  const say = (texts: Partial<Record<TextLanguage, string>>) =>
    onType?.({ ...typed, [place.place]: { ...mine, ...texts } })
  const rest = () => {
    const { [place.place]: _left, ...others } = typed
    onType?.(others)
    setOpen(false)
  }
  const editing = onType && (open || changed)
  return (
    <li id={idOf(place.place)} className={style.text} data-changed={changed}>
      {changed || own ? (
        <StatusBadge tone={changed ? 'waiting' : 'done'}>{t(changed ? 'changed' : 'own_mark')}</StatusBadge>
      ) : null}
      {editing ? (
        <div className={style.edit}>
          {textLanguages.map((language) => (
            <Textarea
              key={language}
              label={t(language === 'EN' ? 'english' : 'chinese')}
              lang={language === 'EN' ? 'en' : 'zh-CN'}
              description={place.names.length > 0 ? t('names', { names: braced(place.names) }) : undefined}
              autosize
              minRows={1}
              maxLength={2000}
              value={mine?.[language] ?? held[language]}
              onChange={({ currentTarget }) => say({ [language]: currentTarget.value })}
            />
          ))}
          <div className={style.ways}>
            <Button variant="default" size="sm" onClick={rest}>
              {t('asInForce')}
            </Button>
            {textLanguages.some((language) => held[language] !== releasedText(place, language)) ? (
              <Button variant="default" size="sm" onClick={() => say({ ZH_CN: place.chinese, EN: place.english })}>
                {t('asReleased')}
              </Button>
            ) : null}
          </div>
        </div>
      ) : (
        <>
          <p lang="zh-CN">{held.ZH_CN || t('blank')}</p>
          <p lang="en" className="quiet">
            {held.EN || t('blank')}
          </p>
          {onType ? (
            <Button
              variant="subtle"
              size="compact-sm"
              className={style.opens ?? ''}
              aria-label={t('changeOf', { text: held.ZH_CN.slice(0, 40) || place.place })}
              onClick={() => setOpen(true)}
            >
              {t('change')}
            </Button>
          ) : null}
        </>
      )}
    </li>
  )
}

export const idOf = (place: string): string => `text-${place}`
export const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(' ')
