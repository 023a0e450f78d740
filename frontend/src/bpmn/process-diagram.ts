import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';

const SMALLEST = 0.2;
const LARGEST = 3;
const STEP = 1.25;

/**
 * Shows a process diagram with the steps that are done and the one that is open. Lives in the light DOM, where the icons of bpmn-js
 * work; its watermark stays visible. Drag to move; the buttons beside it change the size. The wheel scrolls the page.
 */
class ProcessDiagram extends HTMLElement {
    private viewer?: NavigatedViewer;
    private current?: string;
    private pending = Promise.resolve();

    show(xml: string, done: string[], now: string[], label: string) {
        this.pending = this.pending.then(() => this.draw(xml, done, now, label));
    }

    /** Marks what another version adds, removes, moves or changes. What the marks mean stands beside the diagram in words. */
    compare(xml: string, marks: Record<string, string[]>, label: string) {
        this.pending = this.pending.then(async () => {
            await this.draw(xml, [], [], label);
            Object.entries(marks).forEach(([marker, ids]) => this.mark(ids, marker));
        });
    }

    /** Puts a note above each of these steps. Notes are text, never markup. */
    annotate(xml: string, ids: string[], notes: string[], label: string) {
        this.pending = this.pending.then(async () => {
            await this.draw(xml, [], [], label);
            const elements: any = this.viewer!.get('elementRegistry');
            const overlays: any = this.viewer!.get('overlays');
            overlays.clear();
            ids.forEach((id, at) => {
                if (elements.get(id)) {
                    const note = document.createElement('div');
                    note.className = 'step-note';
                    note.textContent = notes[at];
                    overlays.add(id, { position: { top: -34, left: 0 }, html: note });
                }
            });
        });
    }

    private mark(ids: string[], marker: string) {
        const elements: any = this.viewer!.get('elementRegistry');
        ids.filter((id) => elements.get(id)).forEach((id) => this.canvas().addMarker(id, marker));
    }

    zoom(direction: number) {
        const canvas = this.canvas();
        const to = direction === 0 ? 'fit-viewport' : canvas.zoom() * (direction > 0 ? STEP : 1 / STEP);
        canvas.zoom(typeof to === 'string' ? to : Math.min(LARGEST, Math.max(SMALLEST, to)), 'auto');
    }

    disconnectedCallback() {
        this.viewer?.destroy();
        this.viewer = undefined;
        this.current = undefined;
        this.replaceChildren();
    }

    private canvas(): any {
        return this.viewer!.get('canvas');
    }

    private async draw(xml: string, done: string[], now: string[], label: string) {
        if (!this.viewer) {
            this.viewer = new NavigatedViewer({
                container: this,
                additionalModules: [{ zoomScroll: ['value', null] }],
            } as any);
        }
        if (this.current !== xml) {
            await this.viewer.importXML(xml);
            this.current = xml;
        }
        const canvas = this.canvas();
        const elements: any = this.viewer.get('elementRegistry');
        const svg = this.querySelector('.djs-container svg');
        svg?.setAttribute('role', 'img');
        svg?.setAttribute('aria-label', label);
        this.mark(done, 'step-done');
        this.mark(now, 'step-now');
        canvas.zoom('fit-viewport', 'auto');
        const lit = now.find((id) => elements.get(id));
        if (lit && canvas.zoom() < 0.6) {
            canvas.zoom(0.6);
            canvas.scrollToElement(lit, 80);
        }
    }
}

customElements.define('process-diagram', ProcessDiagram);
