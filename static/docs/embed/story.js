// The step in the middle of the window says which day the map shows. What is asked before the map has loaded is done
// once it has.
const map = document.querySelector('.stage > *');

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) map.setDay(target.dataset.day, target.dataset.window ?? 'day');
    }
  },
  { rootMargin: '-50% 0px' }
);
for (const step of document.querySelectorAll('[data-day]')) {
  if (step !== map) observer.observe(step);
}
