// Follows the preview: reloads the page when there is a new build or a new fault. Only `site serve` sends it.
new EventSource('/_preview/changes').onmessage = () => location.reload();
