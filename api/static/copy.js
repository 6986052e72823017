// A button that copies the text of a field; without a script the field can be copied by hand.

document.querySelectorAll('[data-copies]').forEach((button) => {
  const field = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector('[role=status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without a secure connection browsers keep the clipboard from pages, but still copy what is selected.
      document.execCommand('copy');
    }
    said.textContent = button.dataset.done;
  });
});
