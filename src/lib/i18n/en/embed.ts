import type { Message } from '../message.ts';

/** The embedded map, and the dialog with the code to embed it. */
export const embed = {
  'embed.full': 'Open the full map',
  'embed.full.label': 'Open the full map on this day, in a new tab',
  'embed.close': 'Back to the day',
  'embed.events': 'Events',
  'embed.here': 'Selected',
  'share.open': 'Share and embed',
  'share.title': 'Share and embed',
  'share.what': 'What to share',
  'share.what.state': 'the map as it is now',
  'share.what.latest': 'always the opening view of the latest version',
  'share.link': 'Link',
  'share.pinned': 'Link to data version {version}',
  'share.pinned.note': 'Whoever opens it is told if the data has changed since.',
  'share.script': 'Embed with a script: sets its own height; the page can control it',
  'share.iframe': 'Embed with an iframe: needs no script',
  'share.picture': 'Picture and link: where scripts and frames are not allowed',
  'share.picture.note':
    'The picture shows the opening view; the link leads to what is chosen above. You can save a picture of this view under “Download and cite” and put its address in place of card.png.',
  'share.copy': 'Copy',
  'share.copied': 'Copied',
  'share.copy.failed': 'Select the text and copy it',
  'share.copy.label': 'Copy: {what}',
  'share.options': 'Options',
  'share.controls': 'Controls',
  'share.controls.full': 'slider and buttons',
  'share.controls.minimal': 'slider',
  'share.controls.none': 'none',
  'share.theme': 'Colours',
  'share.theme.auto': 'same as the reader’s system',
  'share.theme.light': 'light',
  'share.theme.dark': 'dark',
  'share.troops': 'with the troop chart',
  'share.language': 'Language',
  'share.preview': 'Preview'
} satisfies Record<string, Message>;
