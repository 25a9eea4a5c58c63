import { IconDownload } from '@tabler/icons-react'
import { Button } from './button.tsx'

type DownloadButtonProps = { fileName: string; text: string; label: string }

/** Saves `text` as a file, made here: it goes over no line. */
export function DownloadButton({ fileName, text, label }: DownloadButtonProps) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = fileName
    link.click()
    // The browser has taken it by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <Button look="secondary" icon={<IconDownload aria-hidden="true" />} onClick={download}>
      {label}
    </Button>
  )
}
