import { mount } from 'svelte';
import '../../../lib/ui/fonts.css';
import '../../../lib/ui/app.css';
import './desk.css';
import Desk from './Desk.svelte';

mount(Desk, { target: document.getElementById('desk')! });
