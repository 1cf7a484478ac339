import { chromium } from '@playwright/test';
import { serveBuild, SUB_PATH } from './static-server.ts';
const { server, origin } = await serveBuild();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });
page.on('console', m => console.log('console', m.text())); page.on('pageerror', e => console.log('error', e.message));
await page.goto(`${origin}${SUB_PATH}/?day=2023-05-30&window=week&site=zvecan-municipal-building`);
await page.locator('[data-map-state="ready"]').waitFor({timeout:150000});
for (let i = 0; i < 3; i++) { await page.getByRole('button', { name: 'Zoom in' }).click(); await page.waitForTimeout(900); }
await page.screenshot({ path: '/tmp/c.png' });
await browser.close(); server.close();
