export const copying = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Copying did not work. Select the text and copy it yourself.',
} as const
